SELECT a.person, person.name, a.at
FROM approval a
JOIN user_name person ON person.id = a.person
WHERE a.request = $1
ORDER BY a.place
