entente alias -g world.db Russia 'the Bear'; entente query -g world.db entity 'the Bear' -f csv | head -2
