echo "Russia deployed troops to Tajikistan." > a.txt
entente build -q -g new.db --date 2004 a.txt && entente build -g new.db --date 2004 --replace a.txt 2>&1 | head -1
