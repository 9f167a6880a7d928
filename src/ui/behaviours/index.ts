// Everything here is optional: every page works without it. Each file is one behaviour, bound to attributes, not to pages.
import './announce.ts'
import './regions.ts'
import './unsaved.ts'
import './leaving.ts'
import './password-rules.ts'
import './reveal.ts'
import './upload.ts'
import './submit-once.ts'
import './shortcuts.ts'
import './rows.ts'
import './choose.ts'
import './copy.ts'
import './print.ts'
import './times.ts'
import './session.ts'
import './errors.ts'

document.documentElement.classList.add('js')
