-- The strongest colour allowed (.15) was refused: as a real it is a little more than the number .15 it was compared with.
alter table platform.group
  drop constraint group_chroma_check,
  add constraint group_chroma_check check (chroma between 0 and 0.15::real);
