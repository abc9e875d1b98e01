python3 - <<'PYTHON'
import sqlite3
store = sqlite3.connect("world.db")
store.execute("UPDATE assertions SET trigger_begin = 0, trigger_end = 4 WHERE type = 'has_base_in'")
store.execute("UPDATE documents SET title = 'Another' WHERE id = 'd'")
store.commit()
PYTHON
entente validate -g world.db
