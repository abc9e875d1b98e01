entente eval case/gold.jsonl case/predicted.jsonl
