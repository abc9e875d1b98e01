entente query -g world.db timeline Russia --factuality possible -f jsonl
