import type { Attachment } from './queries.ts'

/** A file for the gallery. */
export const inventedFile: Attachment = {
  id: '0190a0b0-0000-7000-8000-000000000060',
  message_id: null,
  file_name: 'Offerte Motorfahrzeugflotte 2027.pdf',
  media_type: 'application/pdf',
  byte_size: 248_312,
  scan_state: 'clean',
  filed: false,
}
