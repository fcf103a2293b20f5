mod beregning;
mod fordeling;
mod objektiv;
mod omregning;
mod overskud;
mod takst;
mod takstaendringer;
mod udvikling;
