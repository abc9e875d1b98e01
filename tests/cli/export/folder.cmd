entente export -g world.db -f neo4j; echo "exit code $?"
entente export -g world.db -f obsidian -o vault/ && ls vault vault.part* 2>/dev/null
echo mine >vault/mine.md
entente export -g world.db -f obsidian -o vault; echo "exit code $?"
rm vault/China.md
entente export -g world.db -f obsidian -O -o vault && cat vault/mine.md && head -2 vault/China.md
entente export -g world.db -f neo4j -O -o world.db; echo "exit code $?"
entente export -g world.db -f csv -o vault; echo "exit code $?"
ls
