"""The SQLite database: tables, migrations and the statements over them. Alone in using SQLAlchemy.

Every function takes the connection of a transaction that its caller opened with `Database.read` or
`Database.write`, so that callers decide what happens together.
"""
