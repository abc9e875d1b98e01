cat >model.jsonl <<'END'
{"subject": {"id": "RUS", "name": "Russia", "type": "country"}, "relation": "arms", "object": {"id": "IND", "name": "India", "type": "country"}, "sentence": "Russia sells India tanks.", "words": "sells", "document": "a"}
{"subject": {"id": "RUS", "name": "Russia", "type": "country"}, "relation": "armed", "object": {"id": "IND", "name": "India", "type": "country"}, "sentence": "Russia sells India tanks."}
{"subject": {"id": "RUS", "name": "Russia", "type": "country"}, "relation": "arms", "object": {"id": "IND", "name": "India", "type": "country"}, "sentence": "Nobody said so."}
END
entente import -g new.db model.jsonl 2>messages; echo "exit code $?"; sed 's/ MB.*//' messages
entente query -g new.db relations Russia India -f csv
entente import -g new.db --relation sells=suplies model.jsonl 2>messages; code=$?; sed "s, (known.*,," messages >&2; exit $code
