-- What services given online, and the base force of a community, ask of those who do them. The texts are suggested ones.
insert into duty_notice (kind, dangerous, work, work_en, risk, risk_en, protection, protection_en) values
('ONLINE_CONSULTATION', false, '在线协助社区医生答复问诊；诊断和处方只由执业医师作出',
 'Assist community doctors online; only licensed doctors diagnose and prescribe',
 '无现场风险；内容涉及他人健康，不得外传', 'No risk on site; what is told concerns health and stays confidential',
 '急症一律转120或就近医院', 'Emergencies go to the ambulance service (120) or the nearest hospital'),
('ONLINE_COUNSELLING', false, '在线听取心理困扰，给予支持，需要时转介专业机构',
 'Listen to distress online, give support, refer to professionals where needed',
 '可能听到令人难受的内容', 'What is told may be distressing',
 '有督导可联系；不留谈话记录', 'A supervisor can be reached; no record of the talk is kept'),
('ONLINE_TUTORING', false, '在线一对一辅导功课；须监护人同意，监护人可旁听',
 'Tutor one pupil online; the guardian has to consent and may listen',
 '无现场风险', 'No risk on site', '不索取照片和住址，不私下联系', 'Ask for no photo and no address; no private contact'),
('COMMUNITY_FORCE', false, '在居村协助送物、走访、答疑', 'Help the community with deliveries, visits and questions',
 '与居民近距离接触', 'Close contact with residents', '口罩、手套由社区发放', 'Masks and gloves from the community')
on conflict (kind) do nothing;
