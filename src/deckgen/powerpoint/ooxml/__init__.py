"""The file format, whoever writes or reads it: zip, parts and relationships, XML text, placeholders, colours."""
