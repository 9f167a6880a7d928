-- Staff file an attachment in the dossier: the document is there for those who see its record at once. What customers file is published
-- by the trigger join_claim, whatever they send.
grant insert (published_at) on document to dossier_app;
