-- Why a need was asked for after a resident's call: a code and the number of the call, which pages say in the reader's language.
update supply_need set why = 'CALLED ' || substr(why, 5) where why like '居民来电%';
