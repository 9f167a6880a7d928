-- What the source said at the last import, per record: eight characters for each column of the export, a digest of its value.
-- Equal: nothing to do. Different: only the columns whose source value changed are written, so what people corrected in the
-- portal stays until the source itself says something new. A column of the record's own row keeps an import at one write a row.
do $$
declare target text;
begin
  foreach target in array array['line_of_business', 'company', 'contact', 'policy', 'premium_invoice', 'insured_object', 'claim', 'invoice', 'document'] loop
    execute format('alter table %I add column source_cells text check (char_length(source_cells) <= 400)', target);
  end loop;
end $$;
