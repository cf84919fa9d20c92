"""A report as a Word file, made of its XML: real headings, header rows, the language and direction of every text.

python-docx opens, packs and holds pictures; it has no words for most of what makes a file accessible.
"""
