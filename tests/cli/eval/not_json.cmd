echo "{" > bad.jsonl; entente eval case/gold.jsonl bad.jsonl
