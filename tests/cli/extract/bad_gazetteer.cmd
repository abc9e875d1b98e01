echo nonsense > mine.txt; echo 'Russia spoke.' | entente extract --gazetteer mine.txt -
