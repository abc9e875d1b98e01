entente eval case/gold.jsonl - --mistakes 3 < case/predicted.jsonl
