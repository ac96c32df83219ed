SELECT s.party, s.file_no, s.name, s.class, s.governorate, s.city, s.mobile, s.researcher_name, s.opened_on,
       (SELECT max(c.done_on) FROM follow_up_contact c WHERE c.party = s.party AND c.done_on IS NOT NULL) AS visited,
       (SELECT max(q.day) FROM request_contact q WHERE q.party = s.party) AS asked,
       (SELECT max(v.day) FROM reception_contact v WHERE v.party = s.party) AS came,
       (SELECT min(n.planned_on) FROM follow_up_contact n WHERE n.party = s.party AND n.state = 'planned') AS planned
FROM file_card s
