"""Help in writing: what is wrong or unwise, schemas, formatting, new files, previews, sharing."""
