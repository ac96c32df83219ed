SELECT v.id, v.service, s.name, v.number, v.state, v.about, v.process, v.gives, v.programme, v.fund, v.decision, v.opens_on,
       v.closes_on, v.capacity, v.ceiling, v.term_days, v.visit_policy, v.written_by, v.sent_back, v.approved_by, v.approved_on,
       v.publication, v.announced_by, v.announced_on, v.ended_by, v.ended_on, v.ended_reason
FROM service_version v
JOIN service s ON s.id = v.service
-- which, in order, one page
