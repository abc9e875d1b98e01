entente eval case/gold.jsonl case/predicted.jsonl -f jsonl --type supplies
