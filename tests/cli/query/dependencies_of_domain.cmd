entente query -g world.db dependencies-of dushanbe --domain finance -f jsonl
