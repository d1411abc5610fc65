"""antiscam: YAML of an anti-scam campaign in, a User Protection site and warning bundles out."""
