entente export -g world.db -f jsonl -o evidence.jsonl
entente import -q -g copy.db evidence.jsonl
entente validate -g copy.db
entente export -g world.db -f csv >one.csv; entente export -g copy.db -f csv >two.csv
cmp one.csv two.csv && wc -l <two.csv
entente export -g world.db | gzip >world.graphml.gz
entente import -q -g graphml.db world.graphml.gz
entente export -g graphml.db -f csv | wc -l
entente import -g copy.db - <evidence.jsonl 2>&1 | sed 's/ in .*//'
