SELECT party, file_no, name, status, researcher, researcher_name, opened_on
FROM file_card
WHERE opened_on <= $1
