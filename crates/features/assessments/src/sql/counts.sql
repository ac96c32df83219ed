SELECT (SELECT count(*) FROM assessment WHERE state = 'draft') AS draft,
       (SELECT count(*) FROM assessment a
        WHERE a.state = 'completed'
            AND NOT EXISTS (SELECT 1 FROM assessment_hand h WHERE h.assessment = a.id AND h.person = $1)) AS to_review,
       (SELECT count(*) FROM assessment WHERE manual_class <> '' AND state IN ('completed', 'reviewed')) AS exceptions
