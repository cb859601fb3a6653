-- Why a requisition was closed, where the system says it: in both languages. What a person wrote stays as it was written.
alter table supply_requisition add column closing_reason_en text check (closing_reason_en <> '');
update supply_requisition set closing_reason_en = 'The response has ended'
    where closed_by = 'system' and closing_reason = '响应已解除';
