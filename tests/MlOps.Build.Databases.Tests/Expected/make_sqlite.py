"""Writes a SQLite database by Python's sqlite3, and what Python reads from it. Run it here: python3 make_sqlite.py"""
import json, os, sqlite3

if os.path.exists('strikes.db'):
    os.remove('strikes.db')
db = sqlite3.connect('strikes.db')
db.execute('PRAGMA page_size = 1024')
db.execute('CREATE TABLE strikes (id INTEGER PRIMARY KEY, height REAL, "word, or ""text""" TEXT, flown DATE, anything)')
words = ['plain', 'a, b', 'say "so"', 'two\nlines', '', None, 'NA', '007', '蓝', 'é\t']
numbers = [0.1, 1e300, -0.0, 3.0, None, 2.5e-8, 1 / 3, 123456789.125, float('inf'), 5e-324]
for i in range(500):
    # SQLite keeps what it is given: this column holds whole numbers for long, then a text.
    anything = i * 1000003 if i < 450 else f'late {i}'
    db.execute('INSERT INTO strikes VALUES (?, ?, ?, ?, ?)',
               (i - 5 if i else -2**63, numbers[i % 10] if i % 10 != 3 else float(i), words[i % 10], f'2024-01-{1 + i % 28:02}', anything))
db.execute('CREATE TABLE photos (id INTEGER, bytes BLOB)')
db.executemany('INSERT INTO photos VALUES (?, ?)', [(1, None), (2, b'\x00\xff')])
db.commit()
rows = db.execute('SELECT * FROM strikes ORDER BY id').fetchall()
text = lambda value: None if value is None else value if isinstance(value, str) else repr(value)
json.dump({'columns': [column[0] for column in db.execute('SELECT * FROM strikes').description],
           'rows': [[text(value) for value in row] for row in rows]}, open('strikes.json', 'w'), ensure_ascii=False, indent=0)
