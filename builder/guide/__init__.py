"""What an editor's tools are told about the files: hover texts, schemas for VS Code, the form."""
