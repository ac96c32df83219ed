SELECT b.assessment, b.no, COALESCE(p.merged_into, p.id) AS party, k.name, COALESCE(f.file_no, '') AS file_no, k.city, b.kind, b.who,
       b.text, b.trains, b.runs, a.done_on, a.final_class
FROM assessment_ability b
JOIN assessment a ON a.id = b.assessment
JOIN party_place p ON p.id = a.party
JOIN party_place k ON k.id = COALESCE(p.merged_into, p.id)
LEFT JOIN file_number f ON f.party = k.id
-- which, in order, one page
