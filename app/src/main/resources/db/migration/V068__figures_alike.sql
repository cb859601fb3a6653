-- When two figures are the same: the one place that says it, for orders, answers, and what the program holds itself.

-- Words without what only spelling changes: full width, capitals, spaces and punctuation.
create function figure_bare(words text) returns text
    language sql immutable parallel safe
    return regexp_replace(lower(normalize(coalesce(words, ''), nfkc)) collate "C",
                          '[[:space:][:punct:]、。·《》「」『』【】“”‘’—…]+', '', 'g');

-- What is counted, without the ending that only says that it is a number: 数, 人数, 总数, 总人数, 数量, 量. A 人 before it goes too, since
-- 老人数 is 老人 and 数 as well as 老 and 人数; the unit tells people from things.
create function figure_name(label text) returns text
    language sql immutable parallel safe
    return regexp_replace(figure_bare(label), '(.)[总人数量]+$', '\1');

-- 名 and 位 count people as 人 does.
create function figure_unit(unit text) returns text
    language sql immutable parallel safe
    return case when figure_bare(unit) in ('名', '位') then '人' else figure_bare(unit) end;

-- Alike in name, unit and rule of counting (口径); a figure without a rule is another than one with.
create function figure_same(label text, unit text, definition text, other text, other_unit text, other_definition text)
    returns boolean
    language sql immutable parallel safe
    return figure_name(label) = figure_name(other) and figure_unit(unit) = figure_unit(other_unit)
        and figure_bare(definition) = figure_bare(other_definition);
