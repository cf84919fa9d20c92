"""A report as a workbook: sheets to sort, filter and count in, and the whole of it line by line."""
