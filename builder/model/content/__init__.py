"""What authors write: one module per kind of file, facts and words side by side."""
