printf 'importer,exporter,how\nGeorgia,Armenia,Buys From\n' >trade.csv
printf 'id,name,type\nGeorgia,Georgia,country\nArmenia,Armenia,country\n' >nodes.csv
entente import -q -g trade.db --field subject=exporter --field object=importer --field relation=how --relation 'buys from=supplies' --nodes nodes.csv trade.csv
entente query -g trade.db relations Armenia
entente import -q -g trade.db --field exporter trade.csv
