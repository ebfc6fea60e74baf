"""library.db and annotations.db: their tables, migrations, backups."""
