"""From bytes to sheets of cells: text of any encoding and separator, workbooks, data frames, what other tools write."""
