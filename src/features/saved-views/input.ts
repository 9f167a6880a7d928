import * as z from 'zod'
import { checkbox, requiredText, uuid } from '../../platform/forms.ts'

/** The name of a view, and whether it is offered to the company. */
export const namedView = z.object({ name: requiredText(60), shared: checkbox })

/** A view as it comes from the form «Ansicht speichern». */
export const newView = namedView.extend({ _id: uuid })
