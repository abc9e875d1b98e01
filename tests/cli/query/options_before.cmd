entente query -g world.db -f tsv --limit 1 --no-header relations Russia
