entente extract nowhere.txt
