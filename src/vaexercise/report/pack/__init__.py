"""The print pack: one file per thing that is printed before and during the day; `pack` puts them into one report."""
