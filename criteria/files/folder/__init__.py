"""A problem as a folder of CSV files, one for each kind of thing: each file's columns, reader and writer stand together."""
