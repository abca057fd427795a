-- Since when a text is no longer in force, and what stands in its place: said to whoever comes to its address.
alter table article
  add column retired_on date,
  add column replaced_by_id uuid,
  add foreign key (organisation_id, replaced_by_id) references article (organisation_id, id);
select set_config('varde.organisations', coalesce((select string_agg(id::text, ',') from organisation), ''), true);
update article a set retired_on = (
  select max(e.replaced_on) from article_edition e where e.organisation_id = a.organisation_id and e.article_id = a.id)
where a.status = 'retired';
