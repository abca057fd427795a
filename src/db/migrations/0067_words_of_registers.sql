-- Work processes and the record of processing activities are found by their names and texts.
select varde_searched('work_process', 'name', 'purpose');
select varde_searched('processing', 'name', 'purpose', 'joint_controllers', 'processors', 'sources', 'law_reference', 'special_reference', 'recipients',
  'safeguards', 'storage_time', 'security_measures', 'extended_measure', 'external_reference', 'prior_approval_number', 'late_reason');
