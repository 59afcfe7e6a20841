"""How a sheet is laid out: header, names of the rows, which way round, long form; and the table set upright."""
