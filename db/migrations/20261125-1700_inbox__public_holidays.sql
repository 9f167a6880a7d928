-- Office time stands still on the public holidays that are kept in (nearly) the whole of Switzerland: those of platform/working-days.ts,
-- by which working days are counted (docs/decisions/0112). A test holds the two together.
create function access.is_public_holiday(p_day date) returns boolean
language sql stable set search_path = pg_catalog, public as $$
  -- Gregorian Easter, «anonymous» rule (Meeus, Astronomical Algorithms, chapter 8).
  with year as (select extract(year from p_day)::integer as y),
    moon as (select y, y % 19 as a, y / 100 as b, y % 100 as c from year),
    epact as (select *, (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30 as h from moon),
    sunday as (select *, (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7 as l from epact),
    counted as (select y, h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114 as n from sunday)
  select to_char(p_day, 'MM-DD') = any ('{01-01,08-01,12-25,12-26}') or p_day - make_date(y, n / 31, n % 31 + 1) = any ('{-2,1,39,50}')
    from counted
$$;
alter function access.is_public_holiday(date) owner to dossier_access;

create or replace function access.after_office_minutes(p_start timestamptz, p_minutes integer, p_from integer, p_to integer, p_days integer[])
returns timestamptz language plpgsql stable set search_path = pg_catalog, public as $$
declare
  here timestamp := p_start at time zone 'Europe/Zurich';
  of_day date := here::date;
  remaining integer := p_minutes;
  opens timestamp; room integer;
begin
  -- 80 hours, one hour a week: after that many days at the latest, with some holidays among them.
  for step in 0..700 loop
    if extract(isodow from of_day)::integer = any (p_days) and not access.is_public_holiday(of_day) then
      opens := greatest(of_day + make_interval(mins => p_from), here);
      room := floor(extract(epoch from of_day + make_interval(mins => p_to) - opens) / 60);
      if room >= remaining then return (opens + make_interval(mins => remaining)) at time zone 'Europe/Zurich'; end if;
      remaining := remaining - greatest(room, 0);
    end if;
    of_day := of_day + 1;
  end loop;
  return (of_day + make_interval(mins => p_to)) at time zone 'Europe/Zurich';
end $$;
